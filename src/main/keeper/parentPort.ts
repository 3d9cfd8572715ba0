import { assert } from '../../shared/assert';

/** The parts of Electron's ports that are used here, so that the keeper needs nothing of Electron to be built or tested. */
export interface ElectronPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly start: () => void;
}

export interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ElectronPort[] }) => void,
  ) => void;
}

export function requireParentPort(value: unknown): ParentPort {
  assert(isParentPort(value), 'the keeper runs as a utility process');
  return value;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}
