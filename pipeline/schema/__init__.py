"""What every row is: one typed declaration per column, and what follows from it.

`column` says what can be declared, `dataset` declares the published tables, `flow` the rows that
stages hand to each other, `arrow` turns a declaration into an Arrow schema and checks rows at write.
"""
