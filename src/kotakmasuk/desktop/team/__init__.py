"""Who sits at this desk: asked at the start, changed from the foot of the rail.

The one rule: a role above petugas is shown only when it has been proved.
"""
