//! The sounds of the desk as samples, made here: no file, nobody's recording. Soft, short, and with no hard edge.

use super::heard::Sound;

/// Samples in a second.
pub const RATE: u32 = 16_000;

/// How many steps of a sample are the loudest that a device can: a sample is a whole number of these.
pub const FULL: i32 = 10_000;

/// A tone: from when, for how long (milliseconds), how high (hertz), how loud (of [`FULL`]).
struct Tone(u32, u32, f32, f32);

/// The parts of a tone above its own: of a bell few and soft, of something that shakes many.
const BELL: &[(f32, f32)] = &[(1.0, 1.0), (2.0, 0.18)];
const RATTLE: &[(f32, f32)] = &[(1.0, 0.6), (3.0, 0.5), (5.0, 0.3), (7.0, 0.2)];

/// The samples of a sound.
pub fn samples(sound: Sound) -> Vec<i32> {
    match sound {
        Sound::Message => tones(&[Tone(0, 180, 880.0, 650.0), Tone(95, 260, 1318.5, 600.0)], BELL),
        Sound::Right => {
            tones(&[Tone(0, 420, 523.25, 450.0), Tone(70, 420, 659.25, 420.0), Tone(140, 460, 783.99, 420.0)], BELL)
        }
        Sound::Buzz => tones(&[Tone(0, 140, 155.0, 620.0), Tone(190, 140, 155.0, 620.0)], RATTLE),
        Sound::Paper => paper(),
    }
}

fn count(milliseconds: u32) -> usize {
    (milliseconds * RATE / 1000) as usize
}

fn tones(tones: &[Tone], parts: &[(f32, f32)]) -> Vec<i32> {
    let length = tones.iter().map(|Tone(from, long, ..)| count(from + long)).max().unwrap_or_default();
    let mut wave = vec![0.0; length];
    for Tone(from, long, hertz, loud) in tones {
        let long = count(*long);
        for (index, sample) in wave[count(*from)..].iter_mut().take(long).enumerate() {
            let turns = index as f32 / RATE as f32 * hertz;
            let sum: f32 = parts.iter().map(|(times, share)| share * sine(turns * times)).sum();
            *sample += loud * swell(index, long) * sum;
        }
    }
    whole(&wave)
}

/// Nearly a sine, of turns: two parabolas. The one of the library brings tables for angles that no sound has.
fn sine(turns: f32) -> f32 {
    let half = turns.fract() * 2.0 - 1.0;
    4.0 * half * (half.abs() - 1.0)
}

/// Comes up in some milliseconds and dies away: what begins or ends at once clicks.
fn swell(index: usize, long: usize) -> f32 {
    let up = (index as f32 / 130.0).min(1.0);
    let left = 1.0 - index as f32 / long as f32;
    up * left * left
}

/// Noise without its low part, in three strokes of the hand.
fn paper() -> Vec<i32> {
    const STROKES: [(u32, u32, f32); 3] = [(0, 90, 500.0), (70, 110, 300.0), (160, 120, 420.0)];
    let mut wave = vec![0.0; count(280)];
    let (mut seed, mut before) = (1_u32, 0.0);
    let noise = (0..wave.len()).map(|_| {
        // A xorshift: the same rustle each time.
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        let now = seed as f32 / u32::MAX as f32 - 0.5;
        now - std::mem::replace(&mut before, now)
    });
    let noise: Vec<f32> = noise.collect();
    for (from, long, loud) in STROKES {
        let (from, long) = (count(from), count(long));
        for (index, sample) in wave[from..].iter_mut().take(long).enumerate() {
            *sample += loud * swell(index, long) * noise[from + index];
        }
    }
    whole(&wave)
}

fn whole(wave: &[f32]) -> Vec<i32> {
    wave.iter().map(|sample| *sample as i32).collect()
}
