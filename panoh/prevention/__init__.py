"""Prevention: situations to monitor before anybody is a victim – sites, harvests, drafts, mobilisations, people at risk.

Acts: labour inspectors, police, NGOs and the TIP Centre, who visit; whoever a remedy is asked of. Texts applied: ILO
conventions 29 and 105, ILO indicators of forced labour. Before it: protection. After it: figures.
"""
