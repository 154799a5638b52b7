//! Travel times of points by any profile, by road or timetable; the files they come in and go to.
