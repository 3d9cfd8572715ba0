export const galleryCards = [
  'overview',
  'sessions',
  'kinds',
  'movementDays',
  'nextDay',
  'dose',
  'qualities',
  'feelings',
  'rhythm',
  'longRun',
  'writing',
  'spans',
] as const;
export type GalleryCard = (typeof galleryCards)[number];

/** What may be said of a comparison, and a journal in which there is nothing yet. */
export const galleryStates = ['TOO_LITTLE', 'UNCLEAR', 'LEANING', 'CLEAR', 'ABOUT_SAME', 'EMPTY'] as const;
export type GalleryState = (typeof galleryStates)[number];
