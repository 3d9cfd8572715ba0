import { useEffect, useRef, useState, type RefObject } from 'react';

/** In CSS pixels; 0 by 0 until it is laid out. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size an element has been given. */
export function useSize<Kind extends Element>(): readonly [RefObject<Kind | null>, Size] {
  const element = useRef<Kind>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
