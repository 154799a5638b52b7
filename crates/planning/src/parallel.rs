//! Independent questions answered on several threads.

use siting::solver::Control;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_millis(100);

/// Answers each question and returns the answers in the questions' order,
/// whatever the number of threads.
///
/// `answer` is given a flag that is raised when the caller wants to stop.
/// `watch` is told from time to time, on the caller's thread, which is the
/// first question without an answer; when it says [`Control::Stop`], questions
/// not yet taken stay without one (`None`).
pub(crate) fn in_parallel<Q: Sync, A: Send>(
    threads: usize,
    questions: &[Q],
    answer: impl Fn(&Q, &AtomicBool) -> Option<A> + Sync,
    watch: &mut dyn FnMut(usize) -> Control,
) -> Vec<Option<A>> {
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut answers: Vec<Option<A>> = questions.iter().map(|_| None).collect();
    let mut is_done = vec![false; questions.len()];
    let (sender, receiver) = channel();
    let work = |sender: std::sync::mpsc::Sender<(usize, Option<A>)>| {
        while !stop.load(Ordering::Relaxed) {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(question) = questions.get(at) else {
                break;
            };
            // The receiver outlives every worker.
            let _ = sender.send((at, answer(question, &stop)));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads.clamp(1, questions.len().max(1)) {
            let sender = sender.clone();
            scope.spawn(|| work(sender));
        }
        drop(sender);
        loop {
            match receiver.recv_timeout(PATIENCE) {
                Ok((at, answer)) => {
                    answers[at] = answer;
                    is_done[at] = true;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            let first = is_done
                .iter()
                .position(|done| !done)
                .unwrap_or(questions.len());
            if watch(first) == Control::Stop {
                stop.store(true, Ordering::Relaxed);
            }
        }
    });
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_in_the_order_of_the_questions() {
        let questions: Vec<u64> = (0..50).collect();
        for threads in [1, 3] {
            let squares = in_parallel(threads, &questions, |q, _| Some(q * q), &mut |_| {
                Control::Continue
            });
            assert!(
                squares
                    .into_iter()
                    .flatten()
                    .eq(questions.iter().map(|q| q * q))
            );
        }
    }

    #[test]
    fn what_is_stopped_stays_without_an_answer() {
        let wait = |_: &u32, stop: &AtomicBool| {
            while !stop.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            None::<u32>
        };
        let answers = in_parallel(2, &[1, 2, 3, 4], wait, &mut |_| Control::Stop);
        assert!(answers.iter().all(Option::is_none));
    }
}
