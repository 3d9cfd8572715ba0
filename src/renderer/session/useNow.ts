import { useEffect, useState } from 'react';

const tickMs = 30_000;

/** Milliseconds since 1970-01-01T00:00Z, fresh to half a minute; what is shown follows the clock. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
