#![no_main]
stapwijzer_fuzz::target!("find");
