// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "businesswords.h"

namespace model::generation {

const std::vector<BusinessWord> &businessWords()
{
    static const std::vector<BusinessWord> words = {
        {"invoicing", "invoices", "Writes invoices and knows which are paid."},
        {"pricing", "prices", "Says what everything costs today."},
        {"booking", "bookings", "Keeps who has booked what, and when."},
        {"billing", "bills", "Adds up what each customer owes."},
        {"membership", "members", "Knows the members and since when they are."},
        {"loyalty", "points", "Counts the points of faithful customers."},
        {"scheduling", "shifts", "Plans who works when."},
        {"payroll", "wages", "Pays those who work here."},
        {"procurement", "purchases", "Buys what is needed from suppliers."},
        {"suppliers", "contracts", "Knows from whom we buy and on what terms."},
        {"warehousing", "pallets", "Knows what stands on which shelf."},
        {"packing", "parcels", "Puts things into boxes."},
        {"dispatching", "tours", "Plans which van goes where."},
        {"tracking", "positions", "Knows where each parcel is."},
        {"returns", "claims", "Takes things back."},
        {"refunds", "credits", "Gives money back."},
        {"insurance", "policies", "Insures what may break."},
        {"fraud-checks", "suspicions", "Looks for those who cheat."},
        {"credit-checks", "scores", "Judges who will pay."},
        {"vouchers", "codes", "Gives out vouchers and takes them."},
        {"gift-cards", "cards", "Keeps the money on gift cards."},
        {"campaigns", "offers", "Knows which offers run this week."},
        {"newsletters", "letters", "Writes to those who want to read."},
        {"surveys", "answers", "Asks customers how it was."},
        {"reviews", "opinions", "Keeps what customers think."},
        {"ratings", "stars", "Counts the stars that things were given."},
        {"wish-lists", "wishes", "Remembers what customers would like."},
        {"translation", "phrases", "Says everything in other languages."},
        {"media", "pictures", "Keeps the pictures."},
        {"documents", "papers", "Keeps papers for as long as the law wants."},
        {"signing", "signatures", "Has papers signed."},
        {"appointments", "visits", "Keeps the calendar of visits."},
        {"support", "tickets", "Answers customers who need help."},
        {"complaints", "grievances", "Listens to those who are angry."},
        {"maintenance", "repairs", "Plans what has to be mended."},
        {"fleet-care", "vehicles", "Knows the vehicles and their next inspection."},
        {"fuel-cards", "fillings", "Pays for fuel."},
        {"parking", "places", "Knows which places are free."},
        {"ticketing", "seats", "Sells seats, each once."},
        {"catering", "meals", "Knows who eats what."},
        {"laundry", "baskets", "Washes what guests give away."},
        {"housekeeping", "rooms", "Knows which rooms are clean."},
        {"energy", "meters", "Reads the meters."},
        {"recycling", "collections", "Plans when what is collected."},
        {"training", "courses", "Plans courses and who attends."},
        {"recruiting", "applications", "Reads what applicants write."},
        {"auditing", "findings", "Checks that all is as it should be."},
        {"taxes", "returns-due", "Knows what the state gets."},
        {"currency", "rates", "Knows what money is worth elsewhere."},
        {"forecasting", "estimates", "Says what will probably be needed."},
    };
    return words;
}

const std::vector<DoorWord> &doorWords()
{
    static const std::vector<DoorWord> words = {
        {"front-desk", "Front desk"},   {"portal", "Portal"},           {"counter", "Counter"},
        {"reception", "Reception"},     {"market-hall", "Market hall"}, {"kiosk", "Kiosk"},
        {"help-window", "Help window"}, {"gatehouse", "Gatehouse"},
    };
    return words;
}

const std::vector<const char *> &teamWords()
{
    static const std::vector<const char *> words
        = {"Robin", "Heron", "Otter", "Badger", "Falcon", "Lynx", "Marten", "Swift", "Beaver"};
    return words;
}

} // namespace model::generation
