import { useEffect, useRef } from 'react';
import { Button } from './Button';

interface MoreBelowProps {
  readonly label: string;
  readonly onMore: () => void;
}

/** Brings the next page of a list when it comes near the window's edge, or when it is pressed. */
export function MoreBelow({ label, onMore }: MoreBelowProps) {
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);

  useEffect(() => {
    more.current = onMore;
  });

  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) more.current();
      },
      { rootMargin: '600px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={place}>
      <Button look="quiet" onClick={onMore}>
        {label}
      </Button>
    </div>
  );
}
