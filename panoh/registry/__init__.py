"""Who is who, and who may see what: agencies and officers, people and cases, consent, the vault, the ledger.

Acts: every post, through the stages above. Texts applied: the country's procedure and agencies; IOM data-protection
principles (collection for a purpose, consent, need to know, access by the person). Before it: nothing. After it: every stage.
"""
