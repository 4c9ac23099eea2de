columns <- c("am_income", "own_pension", "employer_pension", "other_wage", "daily_benefit", "ceiling", "ledighedsydelse_days", "paid_hours",
             "ledighedsydelse")
amounts <- c("taper", "before_ceiling", "ceiling_cut", "holiday_cut", "fleksloentilskud", "own_atp", "payout", "obligatory_pension", "public_atp")

month_number <- function(month) {
  month <- as.character(month)
  if (anyNA(month) || !all(grepl("^[0-9]{4}-[0-9]{2}$", month))) stop("month: is a text such as 2024-03")
  as.integer(sub("-", "", month, fixed = TRUE))
}

# Kroner with more than two decimals are no amount.
whole <- function(values, name, decimals) {
  if (is.null(values)) return(NULL)
  if (!is.numeric(values)) stop(name, ": is not numeric")
  values <- as.double(values)
  unit <- 10^decimals
  if (any(abs(values * unit - round(values * unit)) > 1e-4, na.rm = TRUE)) stop(name, ": has more than ", decimals, " decimals")
  values
}

given <- function(data) {
  lapply(setNames(columns, columns), function(name) whole(data[[name]], name, if (name %in% columns[7:8]) 4 else 2))
}

fleks_batch <- function(data, month = data$month) {
  if (is.null(data$am_income)) stop("am_income: is missing")
  if (is.null(month)) stop("month: is missing")
  facts <- given(data)
  if (anyNA(facts$am_income)) stop("am_income: row ", which(is.na(facts$am_income))[1], " is empty")
  rows <- length(facts$am_income)
  different <- unique(month)
  months <- rep_len(month_number(different)[match(month, different)], rows)
  out <- lapply(setNames(amounts, amounts), function(name) numeric(rows))
  out$error <- rep(NA_character_, rows)
  for (each in unique(months)) {
    where <- which(months == each)
    some <- lapply(facts, function(column) if (is.null(column)) NULL else column[where])
    answer <- .Call(fleks_r_batch, each, unname(some))
    for (i in seq_along(amounts)) out[[i]][where] <- answer[[i]]
    out$error[where] <- answer[[length(amounts) + 1]]
  }
  as.data.frame(out, stringsAsFactors = FALSE)
}

fleks_month <- function(month, am_income, ...) {
  row <- fleks_batch(data.frame(am_income = am_income, ...), month)
  if (nrow(row) != 1) stop("one month is asked for; fleks_batch takes more")
  if (!is.na(row$error)) stop(fleks_explain(month, am_income, ..., language = "en"))
  as.list(row[amounts])
}

fleks_explain <- function(month, am_income, ..., language = c("da", "en")) {
  language <- match.arg(language)
  facts <- given(list(am_income = am_income, ...))
  none <- c(NA, 0, 0, 0, 0, NA, 0, NA, NA)
  values <- mapply(function(value, otherwise) if (is.null(value)) as.double(otherwise) else value, facts, none)
  .Call(fleks_r_explain, month_number(month), as.double(values), if (language == "da") 0L else 1L)
}

hours_columns <- c("hours", "paid_hours", "gross_pay", "own_pension", "employer_pension", "wage_atp_own", "wage_atp_employer",
                   "fleksloentilskud", "subsidy_atp_own", "public_atp", "obligatory_pension", "am_contribution", "tax", "housing_benefit",
                   "ledighedsydelse", "ledighedsydelse_atp_own", "in_hand", "pension_saved")

# What is known of a citizen, in the order of the C code.
citizen <- function(year, hourly_wage, own_pension, employer_pension, ceiling, municipal_tax, children, rent) {
  as.double(c(year, whole(hourly_wage, "hourly_wage", 2), own_pension, employer_pension, whole(as.double(ceiling), "ceiling", 2),
              municipal_tax, children, whole(as.double(rent), "rent", 2)))
}

fleks_hours <- function(year, hourly_wage, own_pension = 0, employer_pension = 0, ceiling = NA, municipality = NULL, municipal_tax = NA,
                        children = 0, rent = NA, from = 1, to = 37, step = 1) {
  facts <- c(citizen(year, hourly_wage, own_pension, employer_pension, ceiling, municipal_tax, children, rent), from, to, step)
  answer <- .Call(fleks_r_hours, as.double(facts), if (is.null(municipality)) NULL else as.character(municipality))
  rows <- as.data.frame(setNames(answer[seq_along(hours_columns)], hours_columns))
  kinks <- as.data.frame(setNames(answer[-seq_along(hours_columns)], c("hours", "before", "after", "jump", "cause")))
  structure(list(rows = rows, kinks = kinks), class = "fleks_hours")
}

# The budget line: its rows, and each exact kink reached along the slope from the row or kink before it.
budget_line <- function(x) {
  hours <- x$rows$hours
  in_hand <- x$rows$in_hand
  jump <- numeric(length(hours))
  for (i in seq_len(nrow(x$kinks))) {
    at <- x$kinks$hours[i]
    if (at %in% hours || at < hours[1] || at > max(hours)) next
    before <- which.max(ifelse(hours < at, hours, -Inf))
    in_hand <- c(in_hand, in_hand[before] + jump[before] + (at - hours[before]) * x$kinks$before[i])
    hours <- c(hours, at)
    jump <- c(jump, if (is.na(x$kinks$jump[i])) 0 else x$kinks$jump[i])
  }
  data.frame(hours, in_hand)[order(hours), ]
}

plot.fleks_hours <- function(x, xlab = "timer om ugen", ylab = "i h\u00e5nden, kr. om m\u00e5neden", ...) {
  line <- budget_line(x)
  plot(line$hours, line$in_hand, type = "l", lwd = 2, col = "#0072B2", xlab = xlab, ylab = ylab, ...)
  grid()
  kinks <- line[line$hours %in% x$kinks$hours, ]
  points(kinks$hours, kinks$in_hand, pch = 21, bg = "#E69F00")
  invisible(line)
}

by_whom <- c("", "_taper", "_ceiling", "_am_contribution", "_tax", "_housing_benefit", "_ledighedsydelse", "_saved")
measures <- c(paste0("emtr_hour", by_whom), paste0("emtr_krone", by_whom), paste0("ptr", by_whom), "replacement_rate")

fleks_measures <- function(year, hourly_wage, hours, own_pension = 0, employer_pension = 0, ceiling = NA, municipality = NULL,
                           municipal_tax = NA, children = 0, rent = NA) {
  facts <- citizen(year, hourly_wage, own_pension, employer_pension, ceiling, municipal_tax, children, rent)
  town <- if (is.null(municipality)) NULL else as.character(municipality)
  if (length(hours) == 0) stop("hours: is missing")
  rows <- vapply(as.double(hours), function(each) .Call(fleks_r_measures, facts, town, each), numeric(length(measures)))
  data.frame(hours = as.double(hours), setNames(as.data.frame(t(matrix(rows, nrow = length(measures)))), measures))
}

fleks_version <- function() .Call(fleks_r_version)
