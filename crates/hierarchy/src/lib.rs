//! Customisable contraction hierarchies over any directed graph with two whole-number costs per arc.
