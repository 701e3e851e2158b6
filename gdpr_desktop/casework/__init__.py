"""What every case has, built once: number, persons, timeline, tasks, deadlines, letters sent."""
