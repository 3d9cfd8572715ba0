import type { BrowserWindow, Rectangle } from 'electron';

/** Where a window stood, so that another process can put one in its place. */
export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly state: 'normal' | 'minimized' | 'maximized' | 'fullScreen';
  /** Whether the person was in it; a window that was behind others must not come to the front by itself. */
  readonly focus: 'had' | 'had not';
}

export function placeOf(window: BrowserWindow): WindowPlace {
  return {
    bounds: window.getNormalBounds(),
    state: window.isMinimized()
      ? 'minimized'
      : window.isFullScreen()
        ? 'fullScreen'
        : window.isMaximized()
          ? 'maximized'
          : 'normal',
    focus: window.isFocused() ? 'had' : 'had not',
  };
}

const states = ['normal', 'minimized', 'maximized', 'fullScreen'] as const;
const switchName = '--footnote-window';
const numbers = /^(-?\d{1,6}),(-?\d{1,6}),(\d{1,6}),(\d{1,6}),(\w+),(front|back)$/;

/** What the next process is told: a place, or that it is to open no window by itself. */
export const placeToArgument = (place: WindowPlace | 'none'): string => {
  if (place === 'none') return `${switchName}=none`;
  const { x, y, width, height } = place.bounds;
  const where = [x, y, width, height].map(Math.round).join(',');
  return `${switchName}=${where},${place.state},${place.focus === 'had' ? 'front' : 'back'}`;
};

export const isPlaceArgument = (argument: string): boolean => argument.startsWith(`${switchName}=`);

/** Undefined when nothing was said, or nothing that makes sense: then the window stands where a first one does. */
export function argumentsToPlace(args: readonly string[]): WindowPlace | 'none' | undefined {
  const said = args.find(isPlaceArgument)?.slice(switchName.length + 1);
  if (said === 'none') return 'none';
  const [, x, y, width, height, state, focus] = numbers.exec(said ?? '') ?? [];
  const known = states.find((one) => one === state);
  if (known === undefined) return undefined;
  return {
    bounds: { x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    state: known,
    focus: focus === 'front' ? 'had' : 'had not',
  };
}
