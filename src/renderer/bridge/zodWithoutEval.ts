import { z } from 'zod';

// Zod tries whether it may compile code, which the content security policy forbids and reports. The build puts this beside zod itself.
z.config({ jitless: true });
