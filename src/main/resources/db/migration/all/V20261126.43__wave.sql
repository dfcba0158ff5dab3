-- How often an article was picked lately.
CREATE INDEX wave_pick_by_time ON wave_pick (picked_at);
