//! What a person does: by mouse, by keyboard, by finger.

use super::touch::{Witness, in_sight};
use super::{Key, PRESSED, Page, TYPED};
use crate::browser::Kind;
use crate::failure::{Failure, Fault, Outcome};
use crate::webdriver::{Answer, Element, Refusal};
use serde_json::{Value, json};
use std::cell::Cell;
use std::thread;
use std::time::{Duration, Instant};

/// Two presses near each other and within this time are one double tap.
const DOUBLE: Duration = Duration::from_millis(650);

/// Before that, nobody has seen what a press brought.
const SEEN: Duration = Duration::from_millis(350);

impl Page<'_> {
    /// Clicks what has this name.
    pub fn press(&self, name: &str) -> Outcome {
        self.press_found(|| self.seek(PRESSED, name, None))
    }

    /// Clicks what has this name inside a region.
    pub fn press_in(&self, region: &str, name: &str) -> Outcome {
        self.press_within(&self.region(region)?, name)
    }

    /// Clicks what has this name inside an element.
    pub fn press_within(&self, within: &Element, name: &str) -> Outcome {
        self.press_found(|| self.seek(PRESSED, name, Some(within)))
    }

    /// Clicks the last of what has this name: of two alike, the one that stands further on.
    pub fn press_last(&self, name: &str) -> Outcome {
        self.press_found(|| self.seek_last(PRESSED, name))
    }

    /// Clicks what is found. Drivers sometimes call a button stale that went away because it was clicked: so when it stays
    /// away after that, it was clicked.
    fn press_found(&self, find: impl Fn() -> Answer<Element>) -> Outcome {
        const AWAY: Duration = Duration::from_millis(500);
        let stale: Cell<Option<Instant>> = Cell::new(None);
        self.insist(|| match find() {
            Ok(element) => self.click(&element).inspect_err(|refusal| {
                stale.set((refusal.code == "stale element reference").then(Instant::now));
            }),
            Err(_) if stale.get().is_some_and(|since| since.elapsed() > AWAY) => Ok(()),
            Err(refusal) => Err(refusal),
        })
    }

    /// Clicks in the middle of an element.
    pub fn click(&self, element: &Element) -> Answer<()> {
        if self.browser.kind == Kind::WebKit {
            // Its driver takes a field in a shadow root for covered by itself.
            return self.point("mouse", element);
        }
        let element = self.surface(element)?;
        self.rest_at(self.center(&element)?)?;
        let witness = Witness::call(self)?;
        let clicked = self.browser.session().post(&format!("element/{}/click", element.0), &json!({}));
        self.pressed_now();
        clicked.map_err(|refusal| self.with_cover(refusal, &element))?;
        witness.ask()
    }

    /// Touches the middle of an element.
    pub fn touch(&self, element: &Element) -> Answer<()> {
        self.point(if self.browser.kind == Kind::WebKit { "mouse" } else { "touch" }, element)
    }

    /// Brings an element to the middle, and presses and lets go there.
    fn point(&self, pointer: &str, element: &Element) -> Answer<()> {
        let element = self.surface(element)?;
        self.rest_at(self.center(&element)?)?;
        let body = json!({ "actions": [{
            "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer },
            "actions": [
                { "type": "pointerMove", "duration": 0, "origin": element.value(), "x": 0, "y": 0 },
                { "type": "pointerDown", "button": 0 },
                { "type": "pause", "duration": 20 },
                { "type": "pointerUp", "button": 0 },
            ],
        }] });
        let witness = Witness::call(self)?;
        self.browser.session().post("actions", &body)?;
        self.pressed_now();
        witness.ask()
    }

    /// Taps what has this name twice in Chromium, by finger or mouse, with so many milliseconds between: the second time whatever lies
    /// there then. By the driver, which waits for what a tap brings, no pace can be kept.
    pub fn double_tap(&self, roles: &[&str], name: &str, touch: bool, pace: u64) -> Outcome {
        thread::sleep(DOUBLE);
        let listen = "if (!window.taps) addEventListener('pointerdown', (event) => taps.push(event.timeStamp), { capture: true });
            window.taps = []";
        self.run(listen, json!([]))?;
        let middle = Cell::new([0.0; 2]);
        self.insist(|| {
            let element = self.surface(&self.seek_last(roles, name)?)?;
            middle.set(self.center(&element)?.map(f64::round));
            Ok(())
        })?;
        let [x, y] = middle.get();
        self.browser.pressed.set(Some((Instant::now(), [x, y])));
        self.browser.devtools()?.tap_twice(touch, [x, y], Duration::from_millis(pace))?;
        let passed = self.run("return taps[1] - taps[0]", json!([]))?.as_f64().unwrap_or_default();
        if passed > 580.0 {
            let text = format!("the browser tapped twice with {passed} ms between, and was asked for {pace}");
            return Err(Failure { text, fault: Fault::Driver });
        }
        Ok(())
    }

    /// Waits until a press there would not be taken for the second half of a double tap, and remembers it.
    fn rest_at(&self, place: [f64; 2]) -> Answer<()> {
        // As near as the loader takes two presses for one (`pressed` in element.js), and some.
        const NEAR: f64 = 80.0;
        let near = |[x, y]: [f64; 2]| (x - place[0]).hypot(y - place[1]) < NEAR;
        if let Some((since, _)) = self.browser.pressed.get().filter(|(_, last)| near(*last)) {
            thread::sleep(DOUBLE.saturating_sub(since.elapsed()));
            // Where frames do not come, nobody waits for them.
            for _ in 0..10 {
                let left = SEEN.saturating_sub(in_sight(self)?);
                if left.is_zero() {
                    break;
                }
                thread::sleep(left);
            }
        }
        self.browser.pressed.set(Some((Instant::now(), place)));
        Ok(())
    }

    /// The press was done: a driver may take its time for one.
    fn pressed_now(&self) {
        self.browser.pressed.set(self.browser.pressed.get().map(|(_, place)| (Instant::now(), place)));
    }

    /// Drags an element to the middle of another one, with a finger (in WebKit, whose driver has none, the mouse).
    pub fn drag(&self, element: &Element, to: &Element) -> Outcome {
        let pointer = if self.browser.kind == Kind::WebKit { "mouse" } else { "touch" };
        self.center(to)?;
        // It may still be on its way to where it belongs.
        self.wait_for("what is dragged lies still", || {
            let moves = self.run("return arguments[0].getAnimations().length", json!([element.value()]))?;
            Ok((moves == 0).then_some(()))
        })?;
        let body = json!({ "actions": [{
            "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer },
            "actions": [
                { "type": "pointerMove", "duration": 0, "origin": element.value(), "x": 0, "y": 0 },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerMove", "duration": 200, "origin": to.value(), "x": 0, "y": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }] });
        self.browser.session().post("actions", &body)?;
        Ok(())
    }

    /// Scrolls an element to the middle, away from what is fixed to an edge, and tells where its own middle is then.
    fn center(&self, element: &Element) -> Answer<[f64; 2]> {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = arguments[0].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]";
        let middle = self.run(script, json!([element.value()]))?;
        Ok([0, 1].map(|index: usize| middle[index].as_f64().unwrap_or_default()))
    }

    /// Adds to a refused click what lies over the element.
    fn with_cover(&self, refusal: Refusal, element: &Element) -> Refusal {
        let script = "(() => {
            const box = arguments[0].getBoundingClientRect();
            const point = [box.x + box.width / 2, box.y + box.height / 2];
            let over = document.elementFromPoint(...point);
            while (over?.shadowRoot) over = over.shadowRoot.elementFromPoint(...point);
            return `at ${point} of ${innerWidth} × ${innerHeight} lies ${over?.localName}.${over?.className} “${eyes.clean(over?.textContent ?? '')}”`;
        })()";
        let cover = self.look(script, json!([element.value()])).unwrap_or_default();
        Refusal { message: format!("{} {}", refusal.message, cover.as_str().unwrap_or_default()), ..refusal }
    }

    /// Where one touches an element. A radio button or a box is touched by its label, which may lie over it, on a part that can
    /// be seen.
    fn surface(&self, element: &Element) -> Answer<Element> {
        let script = "const [el] = arguments;
            if (!/^(radio|checkbox)$/.test(el.type) || !el.labels?.length) return el;
            const parts = [...el.labels].flatMap((label) => [label, ...label.querySelectorAll('*')]);
            const seen = (one) => { const box = one.getBoundingClientRect(); return box.width > 2 && box.height > 2; };
            return parts.find(seen) ?? el";
        let surface = self.run(script, json!([element.value()]))?;
        Ok(Element::from_value(&surface).unwrap_or_else(|| element.clone()))
    }

    /// Types into the field with this name, after what is there.
    pub fn type_into(&self, name: &str, text: &str) -> Outcome {
        self.insist(|| {
            let field = self.seek(TYPED, name, None)?;
            self.browser.session().post(&format!("element/{}/value", field.0), &json!({ "text": text }))
        })?;
        Ok(())
    }

    /// Empties the field with this name by keyboard.
    pub fn clear(&self, name: &str) -> Outcome {
        self.focus_on(TYPED, name)?;
        self.chord(Key::Control, 'a')?;
        self.key(Key::Delete)
    }

    /// Puts the keyboard on an element, as a click in a field does.
    pub fn focus_on(&self, roles: &[&str], name: &str) -> Outcome {
        let element = self.element(roles, name)?;
        self.run("arguments[0].focus()", json!([element.value()]))?;
        Ok(())
    }

    /// Strokes a key where the keyboard is.
    pub fn key(&self, key: Key) -> Outcome {
        self.strokes(&[('↓', key.code()), ('↑', key.code())])
    }

    /// Types where the keyboard is.
    pub fn keys(&self, text: &str) -> Outcome {
        let strokes: Vec<(char, char)> = text.chars().flat_map(|letter| [('↓', letter), ('↑', letter)]).collect();
        self.strokes(&strokes)
    }

    /// Strokes a letter while another key is held.
    pub fn chord(&self, held: Key, letter: char) -> Outcome {
        self.strokes(&[('↓', held.code()), ('↓', letter), ('↑', letter), ('↑', held.code())])
    }

    /// Tab, back.
    pub fn shift_tab(&self) -> Outcome {
        self.chord(Key::Shift, Key::Tab.code())
    }

    fn strokes(&self, strokes: &[(char, char)]) -> Outcome {
        let actions: Vec<Value> = strokes
            .iter()
            .map(
                |(way, key)| json!({ "type": if *way == '↓' { "keyDown" } else { "keyUp" }, "value": key.to_string() }),
            )
            .collect();
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.browser.session().post("actions", &body)?;
        Ok(())
    }

    /// Presses Tab until what has the keyboard has this name (an ellipsis stands for the rest).
    pub fn tab_to(&self, name: &str) -> Outcome {
        self.tab_to_one_of(&[name])
    }

    /// As [`Page::tab_to`], with several names that will do: Tab stops once at a whole group of radio buttons.
    pub fn tab_to_one_of(&self, names: &[&str]) -> Outcome {
        const FAR: usize = 80;
        let mut met = Vec::new();
        for _ in 0..FAR {
            self.key(Key::Tab)?;
            let focus = self.focus_name()?;
            if names.iter().any(|name| fits(&focus, name)) {
                return Ok(());
            }
            met.push(focus);
        }
        met.dedup();
        fail!("{FAR} times Tab, and never “{}”; met: {}", names.join("” or “"), met.join(" | "))
    }

    /// Goes back by Shift+Tab, to just before what has this name: Firefox leaves the page at its end and does not come round.
    pub fn tab_back_before(&self, name: &str) -> Outcome {
        for _ in 0..20 {
            self.shift_tab()?;
            if fits(&self.focus_name()?, name) {
                return self.shift_tab();
            }
        }
        fail!("20 times Shift+Tab, and never “{name}”")
    }

    /// Goes to what has this name by Tab, and presses Enter.
    pub fn enter_on(&self, name: &str) -> Outcome {
        self.tab_to(name)?;
        self.key(Key::Enter)
    }

    /// Taps what has this name with a finger. WebKitGTK's driver has no finger; there it is the mouse.
    pub fn tap(&self, name: &str) -> Outcome {
        // The keys of a keyboard lie there before and after, and follow each other fast.
        if name.chars().count() == 1 {
            self.browser.pressed.set(None);
        }
        self.insist(|| {
            let element = self.seek(PRESSED, name, None)?;
            self.touch(&element)
        })
    }

    /// As [`Page::press_in`], with a finger.
    pub fn tap_in(&self, region: &str, name: &str) -> Outcome {
        let region = self.region(region)?;
        self.insist(|| self.touch(&self.seek(PRESSED, name, Some(&region))?))
    }

    /// Taps into the field with this name, and waits until it has the keyboard. One tap is enough: once the field lay under the keys of
    /// a kiosk, and the tap typed a letter.
    pub fn tap_field(&self, name: &str) -> Outcome {
        self.insist(|| self.touch(&self.seek(TYPED, name, None)?))?;
        self.wait_for(&format!("the keyboard in “{name}”"), || Ok((self.focus_name()? == name).then_some(())))
    }

    /// Pastes a text into the field with this name, through the clipboard: it is copied from a field that exists for a moment.
    pub fn paste_into(&self, name: &str, text: &str) -> Outcome {
        self.run(
            "const area = document.createElement('textarea'); area.id = 'sw-e2e-copy'; area.value = arguments[0];
             document.body.append(area); area.focus(); area.select();",
            json!([text]),
        )?;
        self.chord(Key::Control, 'c')?;
        self.run("document.getElementById('sw-e2e-copy').remove()", json!([]))?;
        self.focus_on(TYPED, name)?;
        self.chord(Key::Control, 'v')
    }
}

/// The same rule as `fits` in `eyes.js`.
fn fits(name: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('…') {
        Some(begin) if name != wanted => name.starts_with(begin.trim_end()),
        _ => name == wanted,
    }
}
