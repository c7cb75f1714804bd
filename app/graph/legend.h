// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signs.h"

#include <app/style/theme.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QWidget>

namespace app::graph {

// What the signs of a picture mean, drawn as they are there, and whose colour is whose: all of them, in as
// many lines as they need; in words for readers and in the tool tip. A team is chosen with the mouse, or with
// the arrow keys and Enter. GUI thread.
class Legend : public QWidget
{
    Q_OBJECT
public:
    Legend(const model::system::System &system,
           const model::packaging::Packaging &packaging,
           QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setTeams(bool areShown);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void teamChosen(const model::system::TeamId &team);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Kind
    {
        Request, // a dot on its way
        Failed,
        Line,
        Team
    };
    struct Entry
    {
        Kind kind;
        QString words;
        int team = 0;
        model::system::TeamId id{}; // of a team
        Sign sign{}; // of a line
    };
    struct Placed
    {
        const Entry *entry;
        QRect box; // of the sign and the words
    };
    // In one line, or else the teams in lines of their own.
    std::vector<Placed> placed(int width) const;
    std::vector<Placed> linesOf(const std::vector<const Entry *> &entries, int top, int width) const;
    int lineHeight() const;
    std::vector<Placed> placedTeams() const;
    void choose(const model::system::TeamId &team);
    void draw(QPainter &painter, const Entry &entry, const QRectF &box) const;
    static int widthOfSign(const Entry &entry);
    int widthOf(const Entry &entry) const;
    QFont small() const;
    void describe();

    std::vector<Entry> m_entries;
    bool m_showsTeams = true;
    int m_current = 0; // of the teams, where the keyboard is
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::graph
