import './bridge/zodWithoutEval';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '../shared/assert';
import { App } from './app/App';
import { keepDropsOut } from './app/keepDropsOut';
import { queryClient } from './bridge/queries';

const root = document.getElementById('root');
assert(root, 'the page has a root');
keepDropsOut(window);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
