// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bookkeeping.h"

#include <app/style/theme.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace app::tables {
class QuietTable;
}

namespace app::books {

class BookCard;
class BooksModel;

// "Books balance": what the stores say of money and goods, in sum and per order, for each fleet. Is told each
// reading; does not read itself. GUI thread.
class BooksPanel : public QWidget
{
    Q_OBJECT
public:
    explicit BooksPanel(const QStringList &fleetTitles, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    void show(const services::platform::BooksReading &reading);
    void showFailure(const QString &why);

    // For the tab: "Books balance ✓".
    QString title() const;
    BooksModel &model() { return *m_model; }

Q_SIGNALS:
    void readingWanted(); // at once
    void titleChanged(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildCards(const QStringList &fleetTitles);
    void fitCards();

    Bookkeeping m_books;
    BooksModel *m_model;
    std::vector<BookCard *> m_cards;
    QScrollArea *m_sums;
    tables::QuietTable *m_table;
    QLabel *m_empty; // in place of the table
    QLabel *m_when;
    QPushButton *m_now;
};

} // namespace app::books
