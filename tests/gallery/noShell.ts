/** There is no shell behind the gallery: whatever is asked, somebody has changed their mind. */
Object.defineProperty(window, 'footnote', {
  value: {
    invoke: async () => ({ ok: false, error: { type: 'Cancelled' } }),
    subscribe: () => () => undefined,
  },
});
