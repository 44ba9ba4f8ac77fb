// A clock that jumps: `jump(ms)` does at once all that timers would do in that time, each at its own moment and in order.
// Between jumps time passes as ever.
(() => {
  const later = window.setTimeout.bind(window), never = window.clearTimeout.bind(window);
  const passed = performance.now.bind(performance);
  const begin = Date.now() - passed();
  const timers = new Map();
  let ahead = 0, last = 1_000_000;
  const now = () => passed() + ahead;
  const arm = (id, timer) => {
    never(timer.real);
    timer.real = later(() => fire(id, timer), Math.max(0, timer.due - now()));
  };
  const fire = (id, timer) => {
    if (timers.get(id) !== timer) return;
    timer.due += timer.every;
    if (timer.every) arm(id, timer);
    else timers.delete(id);
    timer.act();
  };
  const add = (act, delay, every, rest) => {
    const timer = { act: () => act(...rest), due: now() + delay, every };
    timers.set(++last, timer);
    arm(last, timer);
    return last;
  };
  const given = (delay) => Math.max(0, Number(delay) || 0);
  window.setTimeout = (act, delay, ...rest) => add(act, given(delay), 0, rest);
  window.setInterval = (act, delay, ...rest) => add(act, given(delay), Math.max(1, given(delay)), rest);
  window.clearTimeout = window.clearInterval = (id) => {
    never(timers.get(id)?.real);
    timers.delete(id);
  };
  performance.now = now;
  Date.now = () => begin + now();
  const jump = async (time) => {
    const goal = now() + time;
    for (;;) {
      const [next] = [...timers].filter(([, timer]) => timer.due <= goal).sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      ahead += Math.max(0, next[1].due - now());
      never(next[1].real);
      fire(...next);
      // What was promised meanwhile happens before the next one.
      await new Promise((done) => later(done));
    }
    ahead += Math.max(0, goal - now());
    timers.forEach((timer, id) => arm(id, timer));
  };
  Object.defineProperty(window, "jump", { value: jump });
})();
