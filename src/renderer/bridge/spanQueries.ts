import { useQuery } from '@tanstack/react-query';
import type { Span } from '../../shared/domain/span';
import { read } from './queries';

const none: readonly Span[] = [];

/** Every span, the newest first; none until they have been read. For one day see `spansOfDay`, for several `spansWithin`. */
export const useSpans = (): readonly Span[] =>
  useQuery({ queryKey: ['journal', 'spans'], queryFn: () => read('spans.list', {}) }).data?.spans ?? none;
