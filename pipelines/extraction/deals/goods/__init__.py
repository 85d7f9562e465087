"""What is dealt in: systems and kinds of equipment that a noun phrase names or stands for, and who makes such.

Not here: which of them one deal is about (`tellings`).
"""
