import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import { App } from './app/App.tsx';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { Providers } from './app/Providers.tsx';
import { applyRememberedLook } from './app/appearance.ts';
import { VIETNAMESE, loadSpeech } from './i18n/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

// Not awaited at the top level: a chunk of the language could wait for this very module.
void loadSpeech(applyRememberedLook())
  .catch(() => VIETNAMESE)
  .then((speech) => {
    createRoot(root).render(
      <StrictMode>
        <ErrorBoundary place="">
          <Providers speech={speech}>
            <App />
          </Providers>
        </ErrorBoundary>
      </StrictMode>,
    );
  });
