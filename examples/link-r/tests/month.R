library(fleks)
month <- fleks_month("2024-03", 15600, ceiling = 32067)
stopifnot(month$fleksloentilskud == 15272, month$payout == 14772, is.na(month$public_atp))
stopifnot(fleks_month("2020-06", 16000, ceiling = 23545)$ceiling_cut == 6097.25)
refused <- function(text, expression) {
  said <- tryCatch({ expression; "nothing" }, error = conditionMessage)
  if (!grepl(text, said, fixed = TRUE)) stop("not ", text, ": ", said)
}
refused("negative", fleks_month("2024-03", -5))
refused("decimals", fleks_month("2024-03", 1.005))
refused("2024-03", fleks_month("2024-3", 1))
refused("am_income: row 2", fleks_batch(data.frame(month = "2024-03", am_income = c(1, NA))))
refused("not numeric", fleks_month("2024-03", "15600"))
refused("Nowhere", fleks_hours(2025, 200, municipality = "Nowhere"))
many <- fleks_batch(data.frame(month = c("2024-03", "2020-06", "2024-03"), am_income = c(15600, 16000, -1), ceiling = c(NA, 23545, NA)))
stopifnot(many$fleksloentilskud[1:2] == c(15272, 7545), is.na(many$fleksloentilskud[3]), identical(many$error, c(NA, NA, "negative")))
stopifnot(grepl("15.272,00", fleks_explain("2024-03", 15600)), grepl("15,272.00", fleks_explain("2024-03", 15600, language = "en")))
curve <- fleks_hours(2025, 200)
stopifnot(nrow(curve$rows) == 37, "ceiling_reached" %in% curve$kinks$cause,
          abs(curve$kinks$hours[curve$kinks$cause == "ceiling_reached"] - 171643 / 9100) < 1e-9)
# The line turns at the kinks, and not at the hours beside them.
pdf(NULL)
line <- plot(curve <- fleks_hours(2025, 200, municipality = "Aarhus", to = 25))
close <- fleks_hours(2025, 200, municipality = "Aarhus", from = 18, to = 20, step = 0.01)
stopifnot(nrow(line) == 27, line$hours[which.max(line$in_hand)] %in% curve$kinks$hours,
          abs(max(line$in_hand) - max(close$rows$in_hand)) < 1)
# What was paid on ledighedsydelse is deducted krone for krone to March 2022, and needed.
days <- fleks_batch(data.frame(month = "2021-05", am_income = 15600, ledighedsydelse_days = 2, ledighedsydelse = c(1600, NA)))
stopifnot(days$fleksloentilskud[1] == 12572, identical(days$error, c(NA, "missing_fact")))
stopifnot(grepl("12.572,00", fleks_explain("2021-05", 15600, ledighedsydelse_days = 2, ledighedsydelse = 1600)))
# The header's example, the sum of its parts, and measures without a meaning.
measured <- fleks_measures(2024, 200, c(10, 0, 168), municipal_tax = 25)
stopifnot(measured$emtr_hour[1] == 58.28, measured$emtr_hour_taper[1] == 30, measured$ptr[1] == 48.13, ncol(measured) == 26)
parts <- c("taper", "ceiling", "am_contribution", "tax", "housing_benefit", "ledighedsydelse", "saved")
for (each in c("emtr_hour", "emtr_krone", "ptr"))
  stopifnot(abs(sum(measured[1, paste0(each, "_", parts)]) - measured[1, each]) < 0.05)
stopifnot(is.na(measured$ptr[2]), is.na(measured$emtr_krone[2]), is.na(measured$emtr_hour[3]), measured$replacement_rate[1] > 0)
refused("hours", fleks_measures(2024, 200, 169, municipal_tax = 25))
refused("hours", fleks_measures(2024, 200, numeric(0)))
