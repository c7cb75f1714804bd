// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bookkeeping.h"

#include <app/tables/rowsmodel.h>
#include <app/wording/health.h>

namespace app::books {

// What is worth a look in the books.
struct BookEntry
{
    wording::Health health = wording::Health::Neutral;
    QString fleet;
    QString subject; // an order or the like; empty: none
    QString state; // "✗ Charged twice"
    QString words; // a sentence
    QString meaning; // of the state; empty: it says all

    bool operator==(const BookEntry &) const = default;
};

// A row each: what is wrong, which orders and messages are on their way, and which orders came to nothing and
// were resolved. Says meaning (tables::healthRole) and words; who shows it dresses them.
class BooksModel : public tables::RowsModel<BookEntry>
{
    Q_OBJECT
public:
    enum Column
    {
        FleetColumn,
        SubjectColumn,
        StateColumn,
        WordsColumn,
        Columns
    };

    explicit BooksModel(QObject *parent = nullptr);

    void show(const std::vector<Standing> &standings);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Rows = std::vector<BookEntry>;
    static void addWrong(const Standing &standing, Rows &rows);
    static void addMoving(const Standing &standing, Rows &rows);
    static void addResolved(const Standing &standing, Rows &rows);
};

} // namespace app::books
