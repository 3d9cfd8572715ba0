import type { NewImage } from '../../../shared/domain/image';

/** Why a file is not taken in. Each has its sentence in the catalogue. */
export type PictureRefusal =
  | 'empty'
  | 'fileTooLarge'
  | 'notAPicture'
  | 'svg'
  | 'heic'
  | 'tooManyPixels'
  | 'broken'
  | 'tooLarge'
  | 'tookTooLong';

/** `page`: no larger than a page needs. `own`: as large as it is. Encoded anew either way. */
export type WantedSize = 'page' | 'own';

export interface PictureRequest {
  readonly file: Blob;
  readonly wanted: WantedSize;
}

export interface MadePicture {
  readonly image: NewImage;
  /** Of what was in the file, as it is seen. */
  readonly own: { readonly width: number; readonly height: number };
}

export type PictureResponse =
  | { readonly type: 'made'; readonly picture: MadePicture }
  | { readonly type: 'refused'; readonly why: PictureRefusal };
