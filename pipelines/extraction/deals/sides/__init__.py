"""Who supplies and who receives: by what a telling says, and by what the text says where it leaves a side out.

Not here: finding the parties (`parties`).
"""
