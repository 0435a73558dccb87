/** Has the browser take the service worker once the page has everything it needs: nothing that is looked at waits for it. */
function keepOffline(): void {
  // refused by the browser's settings: the site does without
  navigator.serviceWorker.register('/sw.js').catch(() => {});
}

if ('serviceWorker' in navigator) {
  if (document.readyState === 'complete') keepOffline();
  else addEventListener('load', keepOffline);
}
