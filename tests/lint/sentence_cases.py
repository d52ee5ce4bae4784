"""Where sentences end, one case a line: ` | ` stands between two of them, and `|` alone where no space is."""

ENGLISH = """
Take one pill. | Then rest.
Do you feel ill? | Call us.
Stop! | Sit down.
Take 0.5 mg. | Then rest.
It weighs 1.5 pounds. | Lift it with both hands.
Your level was 7.2 at noon. | That is fine.
Drink 1,000 ml. | Then wait.
Take .5 ml at noon. | Shake it first.
Use version 2.0 of the form. | Sign it.
The cost is $5.50. | Bring cash.
Your reading was 98.6. | That is normal.
Call 555.123.4567. | Ask for Ann.
Dr. Lee sees you. | Ask Ms. Day.
Mr. and Mrs. Hill came. | They sat.
Ask Prof. Stone. | She knows.
Ask Dr. J. R. Smith. | He knows.
J. R. Smith wrote it. | He is a nurse.
It was signed by J. R. Smith today. | Rest.
It was signed by J. Smith. | Rest.
This is J. R. R. Long of the clinic. | Ask him.
Ask Ann B. Hill about it. | She knows.
Ask J. Smith and K. Jones. | Both know.
George W. Bush had it. | It healed.
We thank A. Lee, B. Day and C. Hill. | They helped.
St. John's wort may act on it. | Ask us.
Go to St. Mary's. | Ask there.
We are at 5 Main St. | Turn left there.
Park on Oak Ave. | Then walk.
Mt. Sinai is near. | Go there.
Sam Lee Jr. is here. | He waits.
Ask Sam Lee Jr. | He knows.
Ask Lt. Day or Sgt. Hill. | They know.
Rev. Stone can come. | Ask us.
Come at 9 a.m. on Monday. | Eat first.
Come at 9 a.m. | Bring water.
Come at 9 a.m. Monday. | Bring water.
We close at 5 p.m. | The ER is open.
We close at 5 p.m. Fridays. | The ER is open.
Call from 8 a.m. to 5 p.m. Eastern. | We answer.
Come at 9:30 a.m. | Eat first.
Come at 9.30. | Eat first.
Come on Jan. 5. | Eat first.
Come on Sept. 12 at noon. | Eat first.
Come before Dec. | It is full then.
Come on Mon. | We are open.
Come on Mon. or Tue. | We are open.
Drink something, e.g. tea. | Rest.
Take it for pain, e.g. Tylenol. | Rest.
One meal, i.e. Monday's lunch. | Then fast.
Bring cards, pills, etc. | Leave gold at home.
Bring cards, pills, etc. to us. | Leave gold at home.
The spray vs. a dummy spray. | Both sting.
Tylenol vs. Advil is a choice. | Ask us.
It lasts approx. 5 hours. | Rest.
Take max. 4 a day. | Rest.
Take min. 2 a day. | Rest.
Dept. of Health rules hold. | Ask us.
Smith et al. found it. | It holds.
Smith et al. (2019) found it. | It holds.
See Fig. 2 there. | Then go on.
See Fig. A there. | Then go on.
See p. 7 for more. | Then go on.
See pp. 7 to 9. | Then go on.
See vol. 2, ch. 3. | Then go on.
See Sec. 4 of the form. | Sign it.
Call ext. 12 for help. | Wait there.
Call tel. 555 0100. | Wait there.
Go to Rm. 5 at once. | Wait there.
See No. 5 there. | Then go on.
Ask for No. 12. | Wait there.
Say no. | Then go.
Is it a no? | Then go.
The answer is no. | Ask why.
Nos. 5 and 6 are free. | Take one.
It is the U.S. label. | Read it.
She came from the U.S. | She is well.
Ask the U.S. Food and Drug Administration. | They know.
The U.S. Department of Health says so. | Read it.
We are in the U.S. | Call 911.
The U.K. has other rules. | Ask us.
It is sold in the U.K. | You may buy it.
It is in Washington, D.C. | You may visit.
She is an R.N. | Ask her.
Ann Hill, M.D., wrote it. | Ask her.
Ann Hill, Ph.D., wrote it. | Ask her.
This is from Ann Hill, M.D. | Ask her.
Pfizer Inc. makes it. | Ask them.
It is made by Pfizer Inc. | You may buy it.
Take vitamin B. | Rest.
Vitamin B. | Rest.
Get shots for hepatitis A and B. | They help.
You may have hepatitis C. | Ask us.
Your blood is type O. | We keep it.
Choose plan B. | Call us.
It is stage I. | Ask us.
So do I. | Then we rest.
Pick A or B. | Then go on.
Take it b.i.d. | Then rest.
Take it with food. | It may sting.
1. Sit. | 2. Rest.
1. Sit down. | 2. Rest well. | 3. Call us.
a. Sit. | b. Rest.
a) Sit. | b) Rest.
(a) Sit. | (b) Rest.
(1) Sit. | (2) Rest.
1) Sit. | 2) Rest.
Do this: • Sit. | • Rest.
Do this: - Sit. | - Rest.
Take 2. | Then rest.
Take 2 or 3. | Then rest.
You are in room 5. | 6 is free.
It was 2019. | We had moved.
Say "Please stop." | Then wait.
Say “Please stop.” | Then wait.
Say 'Please stop.' | Then wait.
"Ready?" asks the nurse.
"Are you ready?" asks the nurse. | Nod then.
"Are you ready?" | "Yes."
"Stop!" he said. | We stopped.
She asks, "Why?" | Tell her.
Ask "Is it safe?" and "What else?" before. | Then sign.
Did she say "no"? | Then stop.
It is called "flu." | It passes.
It is called "flu". | It passes.
Take it (with food). | Then rest.
Take it. | (It may sting.) | Then rest.
Take it with food (see p. 7). | Then rest.
You may bleed (a little). | That is fine.
Is it red? | Is it warm? | Call us.
Really?! | Call us.
No!! | Stop now.
Breathe in... and out.
Breathe in … and out. | Rest.
You wait... | Then it fades.
You wait… | Then it fades.
You wait. . . and it fades.
Wait for it ... | Then go.
Well... no. | Call us.
Go to www.fda.gov. | Then rest.
Go to www.fda.gov for more. | Then rest.
See https://www.fda.gov/a.html?x=1. | Then rest.
Write to ann.lee@clinic.org. | We answer.
Open list.pdf. | Print it.
Open the file Notes.docx and print it. | Sign it.
Use Node.js or not. | You choose.
Take 5 mg. | Then rest.
Take 5 mg of it. | Then rest.
Drink 8 oz. | Then rest.
Drink 8 oz. of water. | Then rest.
Add 1 tsp. of salt. | Stir it.
It is 5 ft. 2 in. tall. | Fine.
It is 1/2 cup. | Drink it.
Drink 1/2 cup of water. | Then rest.
Your blood pressure was 120/80. | That is fine.
Ask a friend. | iPhone maps show the way.
Put it away. | iPads may break.
They made a shot. | mRNA is in it.
The pH is low. | pH 7 is normal.
The light is low.|Then the nurse comes.
Do you hurt?|Tell us.
Take 5.|Then rest.
Sit down.|Rest. | Then go.
One day in Jan. we met. | It was cold.
It is over. | 911 is for help.
Call us. | 24 hours a day we are here.
We wait. | "Ready?" asks the nurse.
We wait. | (You may sleep.)
It hurts. | [Then rest.]
Sit -- then rest. | Good.
Sit; then rest. | Good.
Sit: Then rest. | Good.
Yes. | No. | Maybe.
Yes. | No. 5 is free.
Was it you? | I was there.
We met Al I. Jones. | He is well.
Stay out of the sun. | 5 days is best.
It was on Sun. 5 May. | It was hot.
1.) Sit. | 2.) Rest.
Take these: 1.Salt, 2.Oil. | Stir them.
It was World War I. | We lived.
We are in the U.S. Government. | Ask us.
That was I. | You know it.
Wait till 3 p.m. | If you bleed, call.
The patient, Mr. D. Hill, left. | He is well.
Ask for C. difficile tests. | We do them.
E. coli is a germ. | Wash your hands.
H. pylori may cause it. | We test for it.
It is caused by E. coli. | Wash your hands.
Eat at noon (approx.). | Then rest.
Take it 1 hr. before. | Then rest.
Keep it below 77 °F. | Do not freeze it.
Keep it at 20° C. | Do not freeze it.
Read it (i.e., all of it). | Then sign.
Ask us about side effects, incl. pain. | We help.
We asked 1,000 people. | 21 felt sleepy.
""".strip().split("\n")

SPANISH = """
Tome una pastilla. | Luego descanse.
¿Le duele? | Llame a la Dra. Ruiz.
¿Le duele? | ¿Dónde?
Espere. | ¡Llame! | Él viene.
¡Alto! | Siéntese.
Hoy habla con Ud. | Después descanse.
Hoy habla con Uds. | Después descanse.
Ud. puede comer. | Beba agua.
Si Ud. tiene dolor, llame. | Espere.
Vive en EE. UU. desde 2010. | Está bien.
Vive en EE. UU. | Está bien.
Vino de EE.UU. | Está bien.
Vive en los EE. UU. y trabaja. | Está bien.
Los JJ. OO. son en julio. | Mire.
Pregunte a RR. HH. | Ellos saben.
El Sr. Ruiz y la Sra. Paz vienen. | Espere.
El Dr. J. Ruiz viene. | Espere.
La Dra. A. M. Paz firmó. | Espere.
Firmado por J. R. Paz hoy. | Espere.
Firmado por J. Paz. | Espere.
Hable con la Srta. Mora. | Ella sabe.
Vea el N°. 5 ahora. | Firme.
Hable con la Lic. Mora. | Ella sabe.
Hable con el Ing. Mora. | Él sabe.
D. José y Dña. Ana vienen. | Espere.
Vaya a Sta. Ana. | Pregunte.
Vaya a Sto. Domingo. | Pregunte.
Vive en la Avda. Juárez. | Está cerca.
Venga a las 9 a. m. | Traiga agua.
Venga a las 9 a. m. con agua. | Espere.
Venga a las 9 a.m. | Traiga agua.
Cerramos a las 5 p. m. | Llame al 911.
Cerramos a las 5 p. m. los lunes. | Llame al 911.
Venga a las 9.30 h. | Traiga agua.
Coma algo, p. ej. pan. | Beba agua.
Coma algo, p. ej., pan. | Beba agua.
Tome algo, p. ej. Tylenol. | Descanse.
Traiga tarjetas, etc. | Deje el oro.
Traiga tarjetas, etc. y agua. | Deje el oro.
Vea la pág. 7 del folleto. | Firme.
Vea las págs. 7 y 8. | Firme.
Vea la fig. 2 ahora. | Firme.
Vea el art. 5 y el cap. 3. | Firme.
Vea el núm. 5 ahora. | Firme.
Es el n.º 5 de la lista. | Firme.
Llame al tel. 555 0100. | Espere.
Dura aprox. 5 horas. | Descanse.
Tome máx. 4 al día. | Descanse.
Tome 0.5 mg. | Descanse.
Tome 0,5 mg. | Descanse.
Beba 1.000 ml. | Espere.
Tome 5 mg. | Descanse.
Tome vitamina B. | Descanse.
Puede tener hepatitis C. | Pregunte.
Su sangre es del tipo O. | La guardamos.
Es la opción B. | Siga.
1. Siéntese. | 2. Descanse.
a) Siéntese. | b) Descanse.
(1) Siéntese. | (2) Descanse.
Diga «Basta.» | Luego espere.
Diga «basta». | Luego espere.
Diga "basta". | Luego espere.
«¿Le duele?», dice la enfermera. | Diga sí.
«¿Le duele?» | Diga sí.
Pregunte: «¿Es seguro?» | Firme después.
¿Dijo «no»? | Entonces pare.
¿Le duele?, pregunta. | Diga sí.
Respire... y suelte. | Descanse.
Espere... | Luego pasa.
Espere… | Luego pasa.
Bien.|¿Le duele?
Está bien.|Luego vaya.
¿Duele?|Llame.
No. | Espere.
Diga que no. | Luego espere.
Vaya a www.fda.gov. | Lea.
Escriba a ana@clinica.org. | Respondemos.
Abra lista.pdf. | Imprima.
Llame ya. | iPhone y otros sirven.
Es (muy) leve. | Espere.
Espere. | (Puede dormir.) | Luego vaya.
S. aureus es un germen. | Lave sus manos.
Él llegó. | Ángela espera.
Llegó. | Óscar espera.
Vale. | 911 es para ayuda.
Gracias a la Sra. M. Paz por todo. | Adiós.
El Prof. Mora sabe. | Pregunte.
El Excmo. Sr. Mora vino. | Habló.
Es una S. A. de aquí. | Pregunte.
""".strip().split("\n")
