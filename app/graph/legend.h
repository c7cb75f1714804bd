// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QWidget>

namespace app::graph {

// What the signs of a picture mean, drawn as they are there, and whose colour is whose; as many of them as
// there is room for, all of them in words for readers and in the tool tip. GUI thread.
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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Sign
    {
        Request,
        Failed,
        Call,
        OptionalCall,
        Messages,
        Broken,
        Team
    };
    struct Entry
    {
        Sign sign;
        QString words;
        int team = 0;
    };
    void draw(QPainter &painter, const Entry &entry, const QRectF &box) const;
    int widthOf(const Entry &entry) const;
    QFont small() const;
    void describe();

    std::vector<Entry> m_entries;
    bool m_showsTeams = true;
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::graph
