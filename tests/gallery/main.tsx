// Every card of the insights in every state, side by side. `npm run dev` serves it as /gallery.html, tests build it for themselves;
// it is no part of the app. `?card=kinds` shows one card alone.
import './noShell';
import '../../src/renderer/bridge/zodWithoutEval';
import '../../src/renderer/styles/fonts.css';
import '../../src/renderer/styles/tokens.css';
import '../../src/renderer/styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../../src/renderer/bridge/queries';
import { assert } from '../../src/shared/assert';
import './galleryTools';
import { Gallery } from './Gallery';
import { galleryCards } from './galleryNames';

// The cards read this; there is no keeper here to ask.
queryClient.setQueryData(['journal', 'spans'], { spans: [] });
queryClient.setQueryDefaults(['care'], { enabled: false });

const root = document.getElementById('root');
assert(root, 'the page has a root');
const wanted = new URLSearchParams(location.search).get('card');
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <Gallery cards={galleryCards.filter((card) => wanted === null || card === wanted)} />
  </QueryClientProvider>,
);
