import { z } from 'zod';

// Without this zod probes `new Function`, which the page's content security policy reports as a violation.
// It has to run before the first schema is built, so every schema imports `z` from here.
z.config({ jitless: true });

export { z };
