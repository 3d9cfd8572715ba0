import { encodePicture } from './encodePicture';
import { longestFile, lookAtFile } from './lookAtFile';
import type { PictureRequest, PictureResponse } from './pictureMessages';

async function answer({ file, wanted }: PictureRequest): Promise<PictureResponse> {
  if (file.size > longestFile) return { type: 'refused', why: 'fileTooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const look = lookAtFile(bytes);
  return look.type === 'refused' ? look : encodePicture(bytes, look.kind, wanted);
}

addEventListener('message', async ({ data }: MessageEvent<PictureRequest>) => {
  // A file that cannot be read, such as a folder that was dropped, or a decoder that gives up.
  postMessage(await answer(data).catch((): PictureResponse => ({ type: 'refused', why: 'broken' })));
});
