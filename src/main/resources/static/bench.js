// The packing bench: one field that always has the focus, and a sound for every answer.
(() => {
  const tones = {
    good: [[880, 0, .09]],
    done: [[660, 0, .12], [990, .13, .22]],
    bad: [[220, 0, .28], [180, .32, .28], [220, .64, .28]],
  };
  let audio = null;

  function sound(tone) {
    const notes = tones[tone];
    if (!notes) return;
    audio = audio || new AudioContext();
    for (const [hertz, after, seconds] of notes) {
      const from = audio.currentTime + after;
      const voice = audio.createOscillator();
      const volume = audio.createGain();
      voice.type = tone === 'bad' ? 'square' : 'sine';
      voice.frequency.value = hertz;
      volume.gain.setValueAtTime(.25, from);
      volume.gain.exponentialRampToValueAtTime(.001, from + seconds);
      voice.connect(volume).connect(audio.destination);
      voice.start(from);
      voice.stop(from + seconds);
    }
    if (tone === 'bad' && navigator.vibrate) navigator.vibrate([200, 80, 200]);
  }

  function ready() {
    const wanted = document.querySelector('#bench input[autofocus].bench-grams') || document.querySelector('#bench .bench-code');
    if (wanted) wanted.focus();
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('#bench [data-code]');
    if (!button) return;
    const form = document.getElementById('bench-read');
    form.elements.code.value = button.dataset.code;
    form.requestSubmit();
  });
  // each scan carries its own key, so that a repeated request counts once
  document.addEventListener('htmx:configRequest', event => {
    if ('key' in event.detail.parameters) event.detail.parameters.key = Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  });
  document.addEventListener('htmx:afterSettle', () => {
    const panel = document.getElementById('bench-panel');
    if (panel) sound(panel.dataset.tone);
    ready();
  });
  document.addEventListener('htmx:responseError', () => sound('bad'));
  document.addEventListener('htmx:sendError', () => sound('bad'));
  ready();
})();
