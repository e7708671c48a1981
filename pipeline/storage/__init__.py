"""The only place where rows and files touch the disk.

`files` puts a file or folder in place whole or not at all, `tables` has the rows of one Parquet file,
`sorting` reads them in another order, `cogroup` reads several tables in step, `dataset` knows the files of a
published dataset.
"""
