import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { createApi, type DesktopAbilities } from './api/api.ts';
import { App } from './app/App.tsx';
import { createStores } from './app/stores.ts';

const api = createApi();
const root = createRoot(document.getElementById('root')!);
if (api.desktop && location.hash === '#/capture') void openCapture(api.desktop);
else root.render(<App api={api} stores={createStores(api)} />);

/** The page of the quick-capture window, which has no other. */
async function openCapture(desktop: DesktopAbilities): Promise<void> {
  const { CaptureApp } = await import('./app/CaptureApp.tsx');
  root.render(<CaptureApp api={api} desktop={desktop} />);
}
