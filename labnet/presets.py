presets = {}
