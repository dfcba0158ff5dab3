// Pages worked with a scanner: a field that always has the focus, and a sound for every answer.
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
    const wanted = document.querySelector('[data-scanner] .bench-grams[autofocus]') || document.querySelector('[data-scanner] [data-scan]');
    if (wanted) wanted.focus({preventScroll: true});
  }

  // a button is a scan of the command code it carries
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-scanner] [data-code]');
    if (!button) return;
    const form = document.getElementById('bench-read');
    form.elements.code.value = button.dataset.code;
    form.requestSubmit();
  });
  // a field that expects one code says so at once, before anything is sent; else the next field follows
  document.addEventListener('keydown', event => {
    const field = event.target.closest('[data-expect]');
    if (!field || event.key !== 'Enter') return;
    event.preventDefault();
    const right = field.value.trim().toUpperCase() === field.dataset.expect.toUpperCase();
    const says = document.querySelector('[data-scanner] .scan-says');
    sound(right ? 'good' : 'bad');
    field.classList.toggle('is-wrong', !right);
    says.textContent = right ? '' : field.dataset.wrong.replace('{0}', field.value.trim()).replace('{1}', field.dataset.expect);
    says.hidden = right;
    if (right) field.form.elements.namedItem(field.dataset.next).focus();
    else field.select();
  });
  // each scan carries its own key, so that a repeated request counts once
  document.addEventListener('htmx:configRequest', event => {
    if ('key' in event.detail.parameters) event.detail.parameters.key = Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  });
  document.addEventListener('htmx:afterSettle', () => {
    const panel = document.querySelector('[data-scanner] [data-tone]');
    if (panel) sound(panel.dataset.tone);
    ready();
  });
  document.addEventListener('ordo:tone', event => sound(event.detail));
  document.addEventListener('htmx:responseError', () => sound('bad'));
  document.addEventListener('htmx:sendError', () => sound('bad'));
  ready();
})();
