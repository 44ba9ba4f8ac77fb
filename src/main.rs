//! The program that the browser runs. The loader calls [`stapwijzer::embed::mount`]; starting it draws nothing.

fn main() {
    stapwijzer::embed::prepare();
}
