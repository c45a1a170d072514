"""Files and systems, in and out: manifests of people returned, figures and open data.

Acts: first responders and the intake desk (in), analysts (out). Before it: all stages. After it: nothing.
"""
