"""Coverage: what superior documents ask for."""
