import type { ImageId } from '../../../../shared/id';
import { err, ok, type Result } from '../../../../shared/result';
import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { makePicture } from '../../../ui/pictures/makePicture';
import type { WantedSize } from '../../../ui/pictures/pictureMessages';

type Measures = { readonly width: number; readonly height: number };

export interface TakenPicture extends Measures {
  readonly id: ImageId;
  /** Of what was in the file, where that is larger than what is kept. */
  readonly own: Measures | null;
}

export interface NotTaken {
  readonly type: 'NotTaken';
  /** For the person. */
  readonly sentence: string;
}

const notTaken = (sentence: string) => err({ type: 'NotTaken', sentence } as const);

/** From a file to the journal. Where that fails, nothing was kept. */
export async function takeInPicture(file: Blob, wanted: WantedSize): Promise<Result<TakenPicture, NotTaken>> {
  const made = await makePicture({ file, wanted });
  if (made.type === 'refused') return notTaken(message(`write.picture.refused.${made.why}`));
  const { image, own } = made.picture;
  const added = await call('images.add', image);
  if (!added.ok) return notTaken(failureMessage(added.error));
  return ok({ ...added.value, own: own.width > added.value.width ? own : null });
}
