//! An OpenStreetMap extract becomes a road graph and travel-time matrices.
