"""Usage: sign.py KEY CERTIFICATE PAPER OUT FIELD…   Signs the fields of a paper one after another, in that order, each as a
new revision of the file, as a parapheur does (PAdES), and leaves the file after each as OUT-1.pdf, OUT-2.pdf…
The signer is pyHanko, a program that is not ours.
"""

import sys

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

key, certificate, paper, out, *names = sys.argv[1:]
signer = signers.SimpleSigner.load(key, certificate)
for n, name in enumerate(names, 1):
    meta = signers.PdfSignatureMetadata(field_name=name, subfilter=fields.SigSeedSubFilter.PADES)
    signed = f"{out}-{n}.pdf"
    with open(paper, "rb") as before, open(signed, "wb") as after:
        signers.PdfSigner(meta, signer=signer).sign_pdf(
            IncrementalPdfFileWriter(before), existing_fields_only=True, output=after
        )
    paper = signed
