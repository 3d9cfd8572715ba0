import type { RefObject } from 'react';
import { useSize } from './useSize';

/** The width an element has been given, in CSS pixels; 0 until it is laid out. */
export function useWidth<Kind extends Element>(): readonly [RefObject<Kind | null>, number] {
  const [element, { width }] = useSize<Kind>();
  return [element, width];
}
