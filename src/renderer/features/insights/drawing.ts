/** What every drawing of Recharts is to who can't see it: one picture with a name and a description. Its keys are those of `PointedPicture`. */
export const drawing = (labelledBy: string, describedBy: string) =>
  ({
    accessibilityLayer: false,
    role: 'img',
    tabIndex: -1,
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
  }) as const;
