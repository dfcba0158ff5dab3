// Walks one trip's route on the floor plan, stop by stop.
(() => {
  const bar = document.getElementById('walk');
  const map = document.getElementById('map');
  const route = map?.querySelector('polyline.route');
  if (!bar || !route || !route.points.numberOfItems) return;
  const stops = [...map.querySelectorAll('circle.stop')]
    .map((dot) => ({ dot, number: Number(dot.dataset.stop), x: dot.cx.baseVal.value, y: dot.cy.baseVal.value }))
    .sort((a, b) => a.number - b.number);
  const whole = route.getTotalLength();
  const unit = map.viewBox.baseVal.width / 400;

  // where along the route each stop lies: the first place behind the stop before that comes closest
  let behind = 0;
  for (const stop of stops) {
    let nearest = Infinity;
    for (let at = behind; at <= whole; at += Math.max(whole / 4000, 0.01)) {
      const point = route.getPointAtLength(at);
      const far = Math.hypot(point.x - stop.x, point.y - stop.y);
      if (far < nearest - 1e-6) {
        nearest = far;
        stop.at = at;
      }
      if (far < unit) break;
    }
    behind = stop.at;
  }

  const picker = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  picker.setAttribute('r', unit * 5);
  picker.setAttribute('fill', '#0f766e');
  picker.setAttribute('id', 'picker');
  map.append(picker);
  const said = document.getElementById('walk-at');
  const play = bar.querySelector('[data-walk=play]');
  let at = 0;
  let reached = 0;
  let goal = 0;
  let frame = 0;
  let playing = false;

  const show = () => {
    const point = route.getPointAtLength(at);
    picker.setAttribute('cx', point.x);
    picker.setAttribute('cy', point.y);
    stops.forEach((stop, i) => stop.dot.setAttribute('fill', i < reached ? '#99f6e4' : '#fff'));
    said.textContent = bar.dataset.at.replace('{0}', reached).replace('{1}', stops.length);
    play.textContent = playing ? bar.dataset.pause : bar.dataset.play;
  };
  const step = () => {
    const speed = whole / 600;
    at = goal > at ? Math.min(goal, at + speed) : goal;
    reached = stops.filter((stop) => stop.at <= at + 1e-6).length;
    if (at === goal && playing && goal < whole) {
      goal = reached < stops.length ? stops[reached].at : whole;
    }
    playing = playing && at < whole;
    show();
    frame = at === goal ? 0 : requestAnimationFrame(step);
  };
  const go = (to) => {
    goal = to;
    if (!frame) frame = requestAnimationFrame(step);
  };
  bar.addEventListener('click', (event) => {
    const what = event.target.dataset.walk;
    if (what === 'play') {
      playing = !playing;
      if (playing && at >= whole) at = 0;
      go(playing ? (stops[stops.filter((stop) => stop.at <= at + 1e-6).length]?.at ?? whole) : at);
    } else if (what === 'next') {
      playing = false;
      go(reached < stops.length ? stops[reached].at : whole);
    } else if (what === 'back') {
      playing = false;
      at = reached > 1 ? stops[reached - 2].at : 0;
      go(at);
    }
  });
  bar.hidden = false;
  show();
})();
