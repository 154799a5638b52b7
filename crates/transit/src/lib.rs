//! Timetables (GTFS) become travel times by public transport.
