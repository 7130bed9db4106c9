"""The library's face: everything that the command line does, as functions, a module for each kind of job.

Bad input raises `planforge.model.InputError`, whose message is for the user. Nothing here prints or exits. A command
imports the one module that it needs, when it runs.
"""
