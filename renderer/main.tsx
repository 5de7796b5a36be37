import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/api.ts';
import { App } from './app/App.tsx';
import { createStores } from './app/stores.ts';

const api = createApi();
createRoot(document.getElementById('root')!).render(<App api={api} stores={createStores(api)} />);
