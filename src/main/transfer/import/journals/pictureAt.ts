import type { ImageId } from '../../../../shared/id';

/** Which picture of the source an address means; null for one that is not there, and for everything that lies elsewhere. */
export type PictureAt = (address: string) => { readonly id: ImageId; readonly altText: string } | null;
